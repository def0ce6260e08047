// Runs before all else in the page: remembers whatever goes wrong.
window.problems = [];
addEventListener("error", (e) => problems.push("error: " + e.message), true);
addEventListener("unhandledrejection", (e) => problems.push("rejection: " + e.reason));
addEventListener("securitypolicyviolation", (e) => problems.push("policy: " + e.blockedURI));
["error", "warn"].forEach((level) => { console[level] = (...words) => problems.push(level + ": " + words.join(" ")); });
