package org.dssl.app.pretrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.TestCrystals;
import org.dssl.domain.graph.GraphBuilder;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.graph.GraphPacker;
import org.junit.jupiter.api.Test;

class KeptEntriesTest {
    private final AtomicInteger made = new AtomicInteger();

    private ViewPacking.Entry make() {
        made.incrementAndGet();
        Crystal crystal = TestCrystals.rocksalt();
        return new ViewPacking.Entry(
                new GraphPacker.Item(crystal, GraphBuilder.build(crystal, GraphOptions.DEFAULT), null), List.of());
    }

    @Test
    void whatFitsIsMadeOnce() {
        KeptEntries entries = new KeptEntries(1 << 20);
        ViewPacking.Entry first = entries.of(3, 1, this::make);
        assertSame(first, entries.of(3, 1, this::make));
        assertNotSame(first, entries.of(3, 0, this::make));
        assertNotSame(first, entries.of(4, 1, this::make));
        assertEquals(3, made.get());
    }

    @Test
    void whatDoesNotFitIsMadeAgainAndLeavesTheRestAlone() {
        KeptEntries entries = new KeptEntries(1 << 14);
        for (int pass = 0; pass < 2; pass++) {
            IntStream.range(0, 20).forEach(row -> entries.of(row, 0, this::make));
        }
        assertTrue(made.get() > 20 && made.get() < 40, made.get() + " made for 20 entries asked for twice");
        int before = made.get();
        entries.of(0, 0, this::make);
        assertEquals(before, made.get(), "the first is still kept");
    }
}
