/**
 * The model backend on TensorFlow Java, in graph mode. Nothing of TensorFlow leaves this package.
 *
 * <p>Process-wide, because TensorFlow makes it so: the native library, and the pool of threads that computes inside operations, whose size
 * the first session of a process decides.
 *
 * <p>{@code TF_CPP_MIN_LOG_LEVEL=2} must be in the environment before the process starts (the launcher sets it), or the
 * native library writes to the standard error stream.
 */
package org.dssl.adapters.tensorflow;
