// The run, from the JSON that the page carries, and its sections in order.

const run = JSON.parse(slot("run-data").textContent);
run.targets.forEach((t) => { t.unit = prettyUnit(t.unit); });

function scoreOf(variant, target) {
  return variant.scores.find((s) => s.target === target);
}

function partOf(variant, name) {
  return variant.parts.find((p) => p.name === name);
}

/** Finished parts of any variant, in order. */
function partNames() {
  return [...new Set(run.variants.flatMap((v) => v.parts.map((p) => p.name)))];
}

function partWord() {
  return [...partNames(), ...run.finetune.map((c) => c.part)][0]?.startsWith("repeat") ? "repeat" : "fold";
}

function showTop() {
  const facts = [...run.facts];
  if (run.counts) {
    facts.push(counted(run.counts.structures, "crystal"));
  }
  if (isNumber(run.seconds)) {
    facts.push("took " + duration(run.seconds));
  }
  slot("facts").textContent = facts.join(" · ");
  if (run.notice) {
    slot("notice").textContent = run.notice;
    slot("notice").hidden = false;
  }
  slot("version").textContent = run.version ? "dssl " + run.version : "dssl";
}

showTop();
showHeadlines();
showScores();
showFolds();
showParity();
showByElement();
showMap();
showCalibration();
showPretraining();
showFinetuning();
if (!slot("pretrain") && !slot("finetune")) {
  drop("learning");
}
showData();
showOrigin();
