/** Event files, as TensorBoard reads them. */
package org.dssl.adapters.io.tensorboard;
