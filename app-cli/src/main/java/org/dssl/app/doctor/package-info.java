/** What runs depend on and a user can mend: Java, memory, disk, data, plugins. */
package org.dssl.app.doctor;
