package org.dssl.app.plugins;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.spi.PretextTaskProvider;

/** Makes one provider that a JAR declares. A stranger's code runs here for the first time, and may throw anything. */
final class ProviderFactory {
    private final Origin origin;
    private final String declaration;

    /** @param declaration the service file, for messages */
    ProviderFactory(Origin origin, String declaration) {
        this.origin = origin;
        this.declaration = declaration;
    }

    /** @throws InvalidInputException if there is no such provider, or it cannot be made */
    PretextTaskProvider make(ClassLoader loader) {
        Class<?> type = type(loader);
        if (!PretextTaskProvider.class.isAssignableFrom(type)) {
            throw wrong("is no " + PretextTaskProvider.class.getSimpleName() + ", though " + declaration
                    + " names it. Implement the interface, or name the class that does.");
        }
        try {
            return (PretextTaskProvider) type.getConstructor().newInstance();
        } catch (NoSuchMethodException | IllegalAccessException | InstantiationException e) {
            throw wrong("cannot be made. It must be a public class with a public constructor without parameters.");
        } catch (InvocationTargetException e) {
            throw fault(e.getCause());
        } catch (LinkageError e) {
            throw fault(e);
        }
    }

    private Class<?> type(ClassLoader loader) {
        try {
            return Class.forName(origin.provider(), false, loader);
        } catch (ClassNotFoundException e) {
            if (e.getCause() instanceof IOException) {
                throw wrong("cannot be read from the JAR: " + e.getCause().getMessage()
                        + ". Build or copy the JAR again, or remove it.");
            }
            throw wrong("is not in the JAR, though " + declaration + " names it. Correct the name, or pack the class.");
        } catch (LinkageError e) {
            throw fault(e);
        }
    }

    private InvalidInputException fault(Throwable fault) {
        if (fault instanceof VirtualMachineError && !(fault instanceof StackOverflowError)) {
            throw (VirtualMachineError) fault;
        }
        InvalidInputException wrong = wrong(Faults.of(fault));
        wrong.initCause(fault);
        return wrong;
    }

    private InvalidInputException wrong(String message) {
        return new InvalidInputException(origin.toString(), message);
    }
}
