/** Where ports meet adapters: the only package that knows them. */
package org.dssl.app.wiring;
