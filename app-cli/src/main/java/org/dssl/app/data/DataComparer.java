package org.dssl.app.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dssl.domain.crystal.CrystalException;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.statistics.CrystalFacts;
import org.dssl.domain.statistics.DatasetComparison;
import org.dssl.domain.statistics.DatasetProfile;
import org.dssl.ports.out.DatasetSource;
import org.dssl.ports.out.ProgressListener;
import org.dssl.ports.out.StructureProblem;

/** Reads two data sets and compares what they consist of; what cannot be used becomes a warning. */
public record DataComparer(DatasetSource source, ProgressListener listener) {
    /** Of so many problems of a data set the listener hears one by one. */
    private static final int TOLD = 5;

    /**
     * @param a file, folder or {@code builtin:NAME} to pretrain on
     * @param b the same, to predict properties of
     * @throws InvalidInputException if one of them holds no usable structure
     */
    public DatasetComparison compare(String a, String b) {
        return DatasetComparison.of(profile("A", a), profile("B", b));
    }

    private DatasetProfile profile(String place, String name) {
        List<ReadCrystal> read = new ArrayList<>();
        List<StructureProblem> problems = new ArrayList<>();
        source.load(
                new DatasetSource.Request(name, null, null, place),
                (crystal, where) -> read.add(new ReadCrystal(crystal, where)),
                problems::add);
        Object[] built = IntStream.range(0, read.size())
                .parallel()
                .mapToObj(i -> facts(read.get(i)))
                .toArray();
        List<CrystalFacts> facts = new ArrayList<>();
        for (Object one : built) {
            if (one instanceof CrystalFacts) {
                facts.add((CrystalFacts) one);
            } else {
                problems.add((StructureProblem) one);
            }
        }
        tell(name, problems);
        if (facts.isEmpty()) {
            throw new InvalidInputException(place, name + " holds no usable structure");
        }
        return DatasetProfile.of(name, facts, problems.size());
    }

    private static Object facts(ReadCrystal read) {
        try {
            return CrystalFacts.of(read.crystal());
        } catch (CrystalException e) {
            return new StructureProblem(read.crystal().id(), read.place(), e.getMessage());
        }
    }

    private void tell(String name, List<StructureProblem> problems) {
        problems.stream()
                .limit(TOLD)
                .forEach(problem -> listener.warning(problem.place() + "  " + problem.reason() + ". Skipped"));
        if (problems.size() > TOLD) {
            listener.warning(name + "  and " + (problems.size() - TOLD) + " more skipped; dssl inspect " + name
                    + " --summary lists them");
        }
    }
}
