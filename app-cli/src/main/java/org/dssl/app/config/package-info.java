/** The configuration as records, and how YAML becomes them. */
package org.dssl.app.config;
