package org.dssl.adapters.io.structure.json;

import org.dssl.adapters.io.structure.BadStructureException;
import org.dssl.ports.out.StructureSink;

/** A structure whose id and labels stand elsewhere in the file. */
interface Parsed {

    void hand(JsonRecord record, StructureSink sink) throws BadStructureException;
}
