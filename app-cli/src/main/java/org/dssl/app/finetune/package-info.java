/** Fine-tuning: folds, variants, predictions. */
package org.dssl.app.finetune;
