/**
 * The model backend on TensorFlow Java, in graph mode. Nothing of TensorFlow leaves this package.
 *
 * <p>{@link org.dssl.adapters.tensorflow.TensorFlowSession} compiles a program: its passes become graphs of
 * {@link org.dssl.adapters.tensorflow.Node}s through {@link org.dssl.adapters.tensorflow.TensorFlowAlgebra}, which also
 * makes the gradients.
 *
 * <p>Process-wide, because TensorFlow makes it so: the native library, and the pools of threads, whose sizes the first
 * session of a process decides.
 *
 * <p>What only the environment can set, before the process starts (the launcher does):
 *
 * <ul>
 *   <li>{@code TF_CPP_MIN_LOG_LEVEL=2}, or the native library writes to the standard error stream;
 *   <li>on Linux {@code MALLOC_ARENA_MAX=1}, {@code MALLOC_MMAP_THRESHOLD_=4000000000},
 *       {@code MALLOC_TRIM_THRESHOLD_=8000000000} and {@code MALLOC_TOP_PAD_=67108864}, or the C library gives the memory
 *       of every large tensor back to the system, to fetch it again a moment later, a tenth of a step's time and more;
 *   <li>{@code TF_DETERMINISTIC_OPS=1} for equal bits on a GPU.
 * </ul>
 */
package org.dssl.adapters.tensorflow;
