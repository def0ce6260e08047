package org.dssl.ports.run;

/**
 * A number worth plotting.
 *
 * @param step optimiser steps so far in this stage
 * @param stage {@code pretrain} or {@code finetune}
 * @param variant {@code pretrained}, {@code from-scratch}; "" in pretraining
 * @param fold −1 where there is none
 * @param repeat −1 where there is none
 * @param metric {@code loss/mask}, {@code train}, {@code validation}, {@code learning-rate}, …
 */
public record JournalEntry(
        long step, int epoch, String stage, String variant, int fold, int repeat, String metric, double value) {}
