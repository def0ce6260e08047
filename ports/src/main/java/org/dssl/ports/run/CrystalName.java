package org.dssl.ports.run;

/** @param formula reduced, as people write it: {@code SrTiO3} */
public record CrystalName(String id, String formula) {}
