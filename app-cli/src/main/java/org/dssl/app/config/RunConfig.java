package org.dssl.app.config;

import java.util.List;
import java.util.Optional;
import org.dssl.app.plugins.PretextTasks;
import org.dssl.domain.graph.AtomColumns;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.domain.nn.Pooling;
import org.dssl.domain.nn.Readout;
import org.dssl.domain.nn.TermWeighting;
import org.dssl.domain.train.TermWeight;
import org.dssl.ports.config.OptionValues;
import org.dssl.ports.out.DatasetSource;
import org.dssl.ports.out.ReadPolicy;

/**
 * A run's configuration, checked and complete: every default is filled in and every path resolved.
 *
 * @param knownTasks the pretext tasks that there are, those of plugins loaded
 * @param resolvedYaml the whole as YAML; two equal texts are the same run
 */
public record RunConfig(
        long seed,
        EncoderConfig encoder,
        GraphConfig graph,
        Optional<PretrainConfig> pretrain,
        Optional<FinetuneConfig> finetune,
        String output,
        ComputeConfig compute,
        OnBadStructure onBadStructure,
        Optional<SearchConfig> search,
        PretextTasks knownTasks,
        String resolvedYaml) {

    public enum OnBadStructure {
        SKIP,
        FAIL
    }

    /**
     * @param type of {@link Encoders}
     * @param options that the type declares
     * @param pretrained a run folder to start from, or null
     */
    public record EncoderConfig(String type, OptionValues options, String pretrained) {}

    /**
     * @param atoms what the network is told of an atom
     * @param minMaxLengths scales lengths by the data set's range (paper) instead of by the radius
     * @param trueComposition shows masked crystals' true composition to the global attention (paper)
     */
    public record GraphConfig(
            GraphOptions options, AtomColumns atoms, boolean minMaxLengths, boolean trueComposition) {}

    /**
     * @param source path, or {@code builtin:NAME}
     * @param structures folder of structure files named by the id column of a table in {@code source}; or null
     * @param idColumn of such a table
     * @param limit at most so many structures, drawn by the seed; 0 is all
     * @param policy for structures that are no ordered, complete crystals
     * @param place for messages
     */
    public record DataConfig(
            String source, String structures, String idColumn, int limit, ReadPolicy policy, String place) {

        public DataConfig(String source, String structures, String idColumn, int limit, String place) {
            this(source, structures, idColumn, limit, ReadPolicy.STRICT, place);
        }

        public DataConfig with(ReadPolicy other) {
            return new DataConfig(source, structures, idColumn, limit, other, place);
        }

        public DatasetSource.Request request() {
            return new DatasetSource.Request(source, structures, idColumn, place, policy);
        }
    }

    /** @param transform {@code none} or {@code log10} */
    public record TargetConfig(String column, String transform, String unit) {}

    /** @param type {@code plateau}, {@code one-cycle}, {@code cosine} or {@code constant} */
    public record ScheduleConfig(
            String type, double factor, int patience, double threshold, double minimum, double warmUp) {}

    /**
     * @param headRate learning rate of the heads
     * @param decayVectors whether biases and gains decay too (paper)
     * @param validation fraction kept out of pretraining
     * @param redraw draws augmentations anew each epoch (our default) or once (paper)
     * @param tapAfterAttention heads read w·x (paper) instead of x
     */
    public record PretrainConfig(
            DataConfig data,
            int epochs,
            int batch,
            double rate,
            double headRate,
            double weightDecay,
            double headDecay,
            boolean decayVectors,
            double clipNorm,
            ScheduleConfig schedule,
            double dropout,
            double validation,
            boolean redraw,
            boolean tapAfterAttention,
            TermWeighting weighting,
            List<TaskConfig> tasks) {}

    /**
     * @param name the key in YAML
     * @param type id of the provider
     */
    public record TaskConfig(String name, String type, TermWeight weight, OptionValues options, String place) {}

    /**
     * @param head from the pooled embedding to the properties
     * @param loss {@code l1} or {@code mse}
     * @param standardise targets to zero mean and unit spread on the training part
     * @param validation fraction of the training part that validates; with patience, or a schedule that does not anneal
     *     to the end, it also chooses the weights
     * @param patience epochs without improvement before stopping; 0 never stops early
     * @param labels share of each training part that is trained on
     * @param scoreValidation whether the validation parts are scored, and the test parts left alone
     * @param ensemble networks per part, of seeds of their own
     * @param compare further variants: {@code from-scratch}
     */
    public record FinetuneConfig(
            DataConfig data,
            List<TargetConfig> targets,
            ProtocolConfig protocol,
            List<String> compare,
            int epochs,
            int batch,
            double rate,
            double weightDecay,
            boolean decayVectors,
            double clipNorm,
            ScheduleConfig schedule,
            double dropout,
            String loss,
            boolean standardise,
            Pooling pooling,
            boolean tapAfterAttention,
            Readout head,
            double validation,
            int patience,
            double labels,
            boolean scoreValidation,
            int ensemble) {}

    /**
     * @param type {@code k-fold}, {@code holdout}, {@code matbench} or {@code grouped}
     * @param folds how many; 0 with a column
     * @param column a label that names each row's fold, or null
     * @param ids a file of the ids that each fold tests, or null
     * @param task of that file, or null
     * @param selected values of the column, or folds, to test on; empty is all
     * @param by what groups are: {@code composition} or {@code chemical-system}
     * @param repeats of a hold-out
     * @param train fraction of a hold-out; {@code validation} and the rest are validation and test
     */
    public record ProtocolConfig(
            String type,
            int folds,
            String column,
            String ids,
            String task,
            List<String> selected,
            String by,
            int repeats,
            double train,
            double validation) {}

    /**
     * @param halving in rounds of more and more epochs, or all settings with all epochs
     * @param keep one of so many goes on to the next round
     */
    public record SearchConfig(boolean halving, int trials, int keep, int rounds, List<Range> space) {

        /**
         * @param values what to choose from; empty for a range
         * @param scale {@code linear}, {@code log} or {@code whole}
         */
        public record Range(String key, List<String> values, double low, double high, String scale) {}
    }

    /**
     * @param backend {@code tensorflow} or {@code reference}
     * @param checkpointSeconds the least time between two checkpoints; 0 after every step
     * @param graphStore {@code auto}, {@code none}, or a folder
     */
    public record ComputeConfig(String backend, String device, int threads, int checkpointSeconds, String graphStore) {}
}
