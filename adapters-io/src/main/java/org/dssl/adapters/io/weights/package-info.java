/** Files of named arrays: the safetensors format. */
package org.dssl.adapters.io.weights;
