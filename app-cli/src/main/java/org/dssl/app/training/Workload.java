package org.dssl.app.training;

import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;

/** What a training computes: the program, how its weights move, and the batches. */
public record Workload(Program program, OptimiserOptions optimiser, BatchSource batches) {}
