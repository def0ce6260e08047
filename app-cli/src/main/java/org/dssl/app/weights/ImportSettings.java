package org.dssl.app.weights;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the user says of a state dictionary to import.
 *
 * @param state safetensors file
 * @param encoder name of the architecture
 * @param folder to make
 * @param lengths shortest and longest edge of the data set it was trained on, Å
 * @param targets names of what its head predicts; empty names them itself
 */
public record ImportSettings(
        Path state, String encoder, Path folder, Optional<double[]> lengths, List<String> targets) {}
