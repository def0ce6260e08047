package org.dssl.adapters.tensorflow;

import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;

/**
 * A float32 array that lives in the native session between calls.
 *
 * @param value read at some moment of a call: whatever changes the variable must wait for what needs the old value
 */
record Variable(int[] shape, VarHandleOp handle, Operand<TFloat32> value, Operand<TFloat32> replacement, Op replace) {

    static Variable create(Ops tf, String name, int... shape) {
        var size = Tensors.shape(shape);
        VarHandleOp handle = tf.varHandleOp(TFloat32.class, size, VarHandleOp.sharedName(name));
        Operand<TFloat32> value = tf.readVariableOp(handle, TFloat32.class);
        Operand<TFloat32> replacement = tf.placeholder(TFloat32.class, Placeholder.shape(size));
        return new Variable(shape.clone(), handle, value, replacement, tf.assignVariableOp(handle, replacement));
    }

    int size() {
        int size = 1;
        for (int s : shape) {
            size *= s;
        }
        return size;
    }

    void replace(Run run, double[] values) {
        run.feed(replacement, values, shape);
        run.target(replace);
    }
}
