package org.dssl.adapters.io.yaml;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.config.ConfigNode;
import org.dssl.ports.config.ConfigReader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** YAML text to configuration nodes; <code>${NAME:-default}</code> reads the environment. */
public final class YamlConfigReader implements ConfigReader {
    private static final String COMMAND_LINE = "--set";
    private final UnaryOperator<String> environment;

    /** @param environment value of a variable, or null where it is unset */
    public YamlConfigReader(UnaryOperator<String> environment) {
        this.environment = environment;
    }

    @Override
    public ConfigNode read(Path file) {
        return parse(text(file), file.toString());
    }

    @Override
    public ConfigNode parse(String text, String shownAs) {
        return convert(text, "", shownAs, true);
    }

    @Override
    public ConfigNode override(String assignment) {
        int equals = assignment.indexOf('=');
        if (equals < 0) {
            throw new InvalidInputException(
                    COMMAND_LINE,
                    "\"" + assignment + "\" has no '='. Write key.path=value, as in --set pretrain.epochs=5.");
        }
        String path = assignment.substring(0, equals).strip();
        String[] keys = path.split("\\.", -1);
        for (String key : keys) {
            if (key.isBlank()) {
                throw new InvalidInputException(
                        COMMAND_LINE,
                        "\"" + assignment
                                + "\" has an empty key. Write key.path=value, as in --set pretrain.epochs=5.");
            }
        }
        ConfigNode node = convert(assignment.substring(equals + 1), path, COMMAND_LINE, false);
        for (int i = keys.length - 1; i >= 0; i--) {
            String above = String.join(".", java.util.Arrays.copyOf(keys, i));
            node = new ConfigNode(Map.of(keys[i], node), above, COMMAND_LINE, 0);
        }
        return node;
    }

    private ConfigNode convert(String text, String keyPath, String shownAs, boolean lines) {
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(20);
        limits.setNestingDepthLimit(30);
        try {
            ParserImpl parser = new ParserImpl(new StreamReader(text), limits);
            Node root = new Composer(parser, new PlainScalars(), limits).getSingleNode();
            NodeConverter converter = new NodeConverter(shownAs, lines, new Scalars(environment));
            return root == null ? new ConfigNode(null, keyPath, shownAs, 0) : converter.convert(root, keyPath);
        } catch (YAMLException e) {
            throw SyntaxProblem.of(e, text, shownAs, lines);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new InvalidInputException(file.toString(), "no such file.");
        } catch (CharacterCodingException e) {
            throw new InvalidInputException(file.toString(), "is not UTF-8 text. Save it as UTF-8.");
        } catch (IOException e) {
            String reason =
                    Files.isDirectory(file) ? "is a folder, not a YAML file." : "cannot be read: " + e.getMessage();
            throw new InvalidInputException(file.toString(), reason);
        }
    }
}
