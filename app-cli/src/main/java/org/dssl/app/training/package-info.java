/** The training loop that pretraining and fine-tuning share. */
package org.dssl.app.training;
