package io.leadloop.app.cli;

import io.leadloop.app.engine.ShippedFiles;
import io.leadloop.app.store.DataSources;
import io.leadloop.app.store.JdbcStore;
import io.leadloop.mapping.MappingSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Loads what most commands load, so that a class-data archive can be made of it. */
@Command(name = "warm-up", hidden = true, description = "For the start script only.")
final class WarmUpCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        MappingSet.compile(new ShippedFiles());
        try (var source = DataSources.open("jdbc:h2:mem:warm-up", "sa", "")) {
            new JdbcStore(source).allOpen();
        }
        return ExitCode.OK;
    }
}
