package org.dssl.app.plugins;

/** What went wrong within a plugin, in words that begin "the provider …" and end with what to do. */
final class Faults {
    private static final String OTHER_INTERFACE =
            "was compiled against another version of the plugin interface, or of a library: ";

    private Faults() {}

    static String of(Throwable fault) {
        if (fault instanceof NoClassDefFoundError && isClassName(fault.getMessage())) {
            return lacks(fault.getMessage().replace('/', '.'));
        }
        if (fault instanceof ClassNotFoundException && isClassName(fault.getMessage())) {
            return lacks(fault.getMessage());
        }
        if (fault instanceof UnsupportedClassVersionError) {
            return "was compiled for a newer Java than this one, "
                    + Runtime.version().feature() + " (" + fault.getMessage() + "). Compile it with --release 17.";
        }
        if (fault instanceof ClassFormatError) {
            return "has a damaged class (" + fault.getMessage() + "). Build its JAR again.";
        }
        if (fault instanceof IncompatibleClassChangeError) {
            return OTHER_INTERFACE + fault.getMessage() + ". Build it against this dssl's ports.";
        }
        Throwable cause =
                fault instanceof ExceptionInInitializerError && fault.getCause() != null ? fault.getCause() : fault;
        return cause instanceof LinkageError && cause != fault ? of(cause) : "throws " + cause + at(cause) + ".";
    }

    private static String lacks(String type) {
        return "lacks the class " + type
                + ". A plugin sees the JDK, org.dssl.ports and org.dssl.domain: pack everything"
                + " else that it uses into its JAR.";
    }

    /** Not "Could not initialize class …" nor "… (wrong name: …)". */
    private static boolean isClassName(String message) {
        return message != null && !message.contains(" ");
    }

    private static String at(Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0].getFileName() + ":" + trace[0].getLineNumber();
    }
}
