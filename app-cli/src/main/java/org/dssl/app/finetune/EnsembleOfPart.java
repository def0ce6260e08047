package org.dssl.app.finetune;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dssl.app.training.RunContext;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.train.Fold;
import org.dssl.domain.train.Statistics;
import org.dssl.ports.run.RunFolder;

/** Makes the members of a part predict together. */
record EnsembleOfPart(RunContext context, LabelledSet data, PartScores scores) {

    /** @param members trained, all of them */
    void write(TrainingSession session, List<Member> members) {
        RunFolder folder = context.folder();
        Member first = members.get(0);
        Fold fold = first.fold();
        Spread test = predicted(session, members, fold.test());
        folder.writePredictions(
                first.variant().name(), fold.name(), scores.predictions(fold, test.mean(), test.deviation()));
        Map<String, Object> metrics = scores.metrics(fold, test.mean());
        addMembers(metrics, members);
        metrics.put(Calibration.KEY, new Calibration(scores).of(fold, test, validation(session, members, fold)));
        folder.writeMetrics(first.variant().name(), fold.name(), metrics);
    }

    /** What the deviations are rescaled by; null where there is no such part, or where it is what is scored. */
    private Spread validation(TrainingSession session, List<Member> members, Fold fold) {
        boolean apart = fold.validation().length > 0
                && !context.config().finetune().orElseThrow().scoreValidation();
        return apart ? predicted(session, members, fold.validation()) : null;
    }

    /** From the models as they were saved: the same whether they were trained just now or before an interruption. */
    private Spread predicted(TrainingSession session, List<Member> members, int[] rows) {
        PropertyFeeds feeds = new PropertySetup(context.config(), data).feeds();
        List<double[][]> all = new ArrayList<>();
        for (Member member : members) {
            PropertyModel model = PropertyModel.of(
                    context.folder().loadModel(member.path() + "/model").orElseThrow());
            session.restore(model.state());
            all.add(model.restore(feeds.predict(session, data.crystals(rows))));
        }
        return Spread.of(all);
    }

    private void addMembers(Map<String, Object> metrics, List<Member> members) {
        List<Map<String, Object>> theirs = members.stream()
                .map(member -> context.folder()
                        .metrics(member.variant().name(), member.place())
                        .orElseThrow())
                .toList();
        Map<String, Object> mean = new LinkedHashMap<>();
        scores.targets()
                .forEach(target -> mean.put(
                        target.column(),
                        Statistics.mean(theirs.stream()
                                .mapToDouble(
                                        m -> ((Number) ((Map<?, ?>) m.get("mae")).get(target.column())).doubleValue())
                                .toArray())));
        metrics.put("members", members.size());
        metrics.put("member-mae", mean);
        metrics.put("member-epochs", theirs.stream().map(m -> m.get("epoch")).toList());
        metrics.put(
                "seconds",
                theirs.stream()
                        .mapToDouble(m -> ((Number) m.get("seconds")).doubleValue())
                        .sum());
    }
}
