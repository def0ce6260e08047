package org.dssl.app.finetune;

import java.util.List;
import java.util.stream.IntStream;
import org.dssl.domain.random.RandomStream;
import org.dssl.domain.train.Fold;

/**
 * One network of a part: its only one, or a member of its ensemble. Members differ in their seed alone: initial head,
 * order of the crystals, dropout, and from scratch all initial weights. The first one is what the part's only one would be.
 *
 * @param number from 0
 * @param of how many there are
 */
record Member(Variant variant, Fold fold, int number, int of) {

    static List<Member> all(Variant variant, Fold fold, int of) {
        return IntStream.range(0, of)
                .mapToObj(number -> new Member(variant, fold, number, of))
                .toList();
    }

    /** Where it keeps its files below the variant: the part's own folder if it is the only one. */
    String place() {
        return places(fold.name(), of).get(number);
    }

    /** @param part {@code fold-0} */
    static List<String> places(String part, int of) {
        return of == 1
                ? List.of(part)
                : IntStream.range(0, of)
                        .mapToObj(number -> part + "/member-" + number)
                        .toList();
    }

    String path() {
        return "finetune/" + variant.name() + "/" + place();
    }

    /** As people read it. */
    String label() {
        String part = fold.label() + " · " + variant.name();
        return of == 1 ? part : part + " · member " + (number + 1) + "/" + of;
    }

    /** The same for every variant: comparisons are paired. */
    RandomStream stream(RandomStream stage) {
        RandomStream first = stage.split(fold.name());
        return number == 0 ? first : first.split("member").split(number);
    }

    /** A metric as the journal names it: those of the first member bear no mark. */
    String metric(String name) {
        return mark() + name;
    }

    /** Whether a metric of the journal is this member's, among those of its part. */
    boolean owns(String metric) {
        return number == 0 ? !metric.startsWith("member-") : metric.startsWith(mark());
    }

    private String mark() {
        return number == 0 ? "" : "member-" + number + "/";
    }
}
