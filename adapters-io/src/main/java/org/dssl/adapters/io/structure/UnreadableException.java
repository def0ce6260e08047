package org.dssl.adapters.io.structure;

import java.io.IOException;

/** Content that is refused, or broken beyond reading on; the message says why, whoever catches it says where. */
public final class UnreadableException extends IOException {
    private static final int LONGEST = 200;

    public UnreadableException(String reason) {
        super(reason);
    }

    /** Of any failure to read, in words for the user. */
    public static String reason(IOException e) {
        if (e instanceof UnreadableException) {
            return e.getMessage();
        }
        if (e instanceof java.io.EOFException) {
            return "the packed content ends too early: the file was cut off. Copy or download it again";
        }
        if (e instanceof java.util.zip.ZipException) {
            return "the packed content is damaged (" + e.getMessage() + "). Copy or download it again";
        }
        if (e instanceof java.io.CharConversionException) {
            return "the text is neither UTF-8 nor another form of Unicode. Save the file as UTF-8";
        }
        String kind = e.getClass().getSimpleName().replace("Exception", "");
        return "cannot be read: " + Shown.text(String.valueOf(e.getMessage()), LONGEST)
                + (kind.equals("IO") ? "" : " (" + kind + ")");
    }
}
