package org.dssl.adapters.tensorflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which shared libraries the system's loader would find.
 *
 * @param cached what {@code ldconfig -p} prints
 * @param searched folders
 * @param usual folders of CUDA that are not searched by themselves
 */
record SharedLibraries(String cached, List<Path> searched, List<Path> usual) {

    static SharedLibraries ofThisMachine() {
        List<Path> searched = new ArrayList<>();
        String path = System.getenv("LD_LIBRARY_PATH");
        if (path != null) {
            for (String folder : path.split(":")) {
                searched.add(Path.of(folder));
            }
        }
        searched.addAll(List.of(Path.of("/lib64"), Path.of("/usr/lib64"), Path.of("/usr/lib"), Path.of("/lib")));
        Command.Ended cache = Command.run(List.of("/sbin/ldconfig", "-p"), Map.of(), 20);
        List<Path> usual = List.of(
                Path.of("/usr/local/cuda/lib64"), Path.of("/usr/local/cuda-12/lib64"), Path.of("/opt/cuda/lib64"));
        return new SharedLibraries(cache.well() ? cache.text() : "", searched, usual);
    }

    boolean has(String name) {
        return cached.contains(name + " ") || searched.stream().anyMatch(folder -> Files.exists(folder.resolve(name)));
    }

    /** Folders that hold one of the libraries and are not searched. */
    List<String> unsearched(List<String> names) {
        return usual.stream()
                .filter(folder -> names.stream().anyMatch(name -> Files.exists(folder.resolve(name))))
                .map(Path::toString)
                .toList();
    }
}
