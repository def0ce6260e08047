/** Configuration files in YAML 1.2's core, a safe part of it: no tags, no objects, no duplicate keys. */
package org.dssl.adapters.io.yaml;
