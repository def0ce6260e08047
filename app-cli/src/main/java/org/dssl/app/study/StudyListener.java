package org.dssl.app.study;

/** Hears how a study goes; from several threads if trials run side by side. */
public interface StudyListener {

    /** @param number from 1 */
    void started(int number, int of, Trial trial);
}
