package org.dssl.app.plugins;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.spi.PretextTask;
import org.dssl.ports.spi.PretextTaskProvider;

/**
 * Stands before a stranger's provider and its tasks: what they throw becomes a message with their class, JAR and method,
 * not a fault of dssl. The original is the cause.
 */
final class Guard implements InvocationHandler {
    /** Methods whose IllegalArgumentException is a message to the user. */
    private static final Set<String> REFUSING = Set.of("create", "fit");

    private final Object guarded;
    private final Origin origin;

    private Guard(Object guarded, Origin origin) {
        this.guarded = guarded;
        this.origin = origin;
    }

    static Plugin around(Plugin plugin) {
        return new Plugin(around(PretextTaskProvider.class, plugin.provider(), plugin.origin()), plugin.origin());
    }

    private static <S> S around(Class<S> type, S guarded, Origin origin) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new Guard(guarded, origin)));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("equals")) {
            return proxy == arguments[0];
        }
        Object result;
        try {
            result = method.invoke(guarded, arguments);
        } catch (InvocationTargetException e) {
            throw passed(method, e.getCause()) ? e.getCause() : failure(method, e.getCause());
        }
        if (result == null && method.getReturnType() != void.class) {
            throw new InvalidInputException(origin.toString(), "returns null from " + method.getName() + ".");
        }
        return result instanceof PretextTask ? around(PretextTask.class, (PretextTask) result, origin) : result;
    }

    /** What a task may throw: it refuses options or data, hands on what dssl threw, or the memory is full. */
    private static boolean passed(Method method, Throwable thrown) {
        boolean refusal = thrown instanceof IllegalArgumentException && REFUSING.contains(method.getName());
        boolean own = thrown instanceof InvalidInputException || thrown instanceof CancellationException;
        boolean machine = thrown instanceof VirtualMachineError && !(thrown instanceof StackOverflowError);
        return refusal || own || machine;
    }

    private InvalidInputException failure(Method method, Throwable thrown) {
        InvalidInputException failure = new InvalidInputException(
                origin.toString(),
                Faults.of(thrown) + " This happened in " + method.getName() + "; --debug shows where.");
        failure.initCause(thrown);
        return failure;
    }
}
