/** Pretraining: views, labels, program and loop. */
package org.dssl.app.pretrain;
