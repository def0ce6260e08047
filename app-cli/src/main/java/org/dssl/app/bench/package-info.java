/** What a configuration costs on this machine: time of each stage, memory, and how far the quotient shrinks the data. */
package org.dssl.app.bench;
