package org.dssl.adapters.tensorflow;

/** Where operations run. */
public enum Device {
    CPU,
    /** The first CUDA device; needs a build with the GPU natives ({@code -Pgpu}) and NVIDIA's driver. */
    GPU
}
