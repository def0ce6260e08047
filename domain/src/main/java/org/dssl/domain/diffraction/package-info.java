/** What a powder of a crystal does to X-rays: kinematic diffraction, without absorption, texture or thermal motion. */
package org.dssl.domain.diffraction;
