package org.dssl.app;

/** Which stages of a run are wanted. */
public enum Stages {
    ALL,
    PRETRAIN,
    FINETUNE;

    boolean pretrain() {
        return this != FINETUNE;
    }

    boolean finetune() {
        return this != PRETRAIN;
    }
}
