/** For authors of pretext tasks: the contract that every task must hold, as a test class to inherit. */
package org.dssl.testkit;
