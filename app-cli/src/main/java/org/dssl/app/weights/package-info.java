/** Weights of the reference implementations, in and out. */
package org.dssl.app.weights;
