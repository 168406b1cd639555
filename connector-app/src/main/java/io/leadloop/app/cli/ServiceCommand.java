package io.leadloop.app.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "service",
        description = "Prints a systemd unit that runs 'serve'; nothing is installed.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = "  leadloop service --jar /opt/leadloop/leadloop.jar | sudo tee /etc/systemd/system/leadloop.service")
final class ServiceCommand implements Callable<Integer> {

    @Mixin
    private final Common common = new Common();

    @Option(names = "--jar", paramLabel = "FILE", description = "The program (default: ${DEFAULT-VALUE}).")
    private Path jar = Path.of("/opt/leadloop/leadloop.jar");

    @Option(names = "--java", paramLabel = "FILE", description = "A Java 17 or newer (default: ${DEFAULT-VALUE}).")
    private Path java = Path.of("/usr/bin/java");

    @Option(names = "--user", paramLabel = "NAME", description = "Who runs it (default: ${DEFAULT-VALUE}).")
    private String user = "leadloop";

    @Option(
            names = "--secrets",
            paramLabel = "FILE",
            description = "Lines NAME=value, readable by root alone (default: ${DEFAULT-VALUE}).")
    private Path secrets = Path.of("/etc/leadloop/secrets.env");

    @Override
    public Integer call() {
        Path config = common.config().toAbsolutePath().normalize();
        String unit = unit(config);
        common.say(unit.stripTrailing());
        common.show(Map.of("unit", unit));
        return ExitCode.OK;
    }

    /** Its state folder is the only place that it may write to; a store elsewhere needs a ReadWritePaths of its own. */
    private String unit(Path config) {
        return """
                [Unit]
                Description=LeadLoop, lead status and attribution between HubSpot and Salesforce
                Wants=network-online.target
                After=network-online.target

                [Service]
                User=%1$s
                Group=%1$s
                StateDirectory=leadloop
                StateDirectoryMode=0700
                WorkingDirectory=/var/lib/leadloop
                EnvironmentFile=%2$s
                ExecStart=%3$s -XX:MaxRAMPercentage=70 -XX:+UseParallelGC -XX:NewRatio=1 -XX:+ExitOnOutOfMemoryError -jar %4$s serve --config %5$s
                Restart=on-failure
                RestartSec=15
                # 2: a mistake in the configuration, which no restart mends
                RestartPreventExitStatus=2
                TimeoutStopSec=60
                UMask=0077

                NoNewPrivileges=yes
                ProtectSystem=strict
                ProtectHome=yes
                PrivateTmp=yes
                PrivateDevices=yes
                ProtectKernelTunables=yes
                ProtectKernelModules=yes
                ProtectKernelLogs=yes
                ProtectControlGroups=yes
                ProtectClock=yes
                ProtectHostname=yes
                ProtectProc=invisible
                RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
                RestrictNamespaces=yes
                RestrictRealtime=yes
                RestrictSUIDSGID=yes
                LockPersonality=yes
                CapabilityBoundingSet=
                SystemCallArchitectures=native
                SystemCallFilter=@system-service

                [Install]
                WantedBy=multi-user.target
                """.formatted(user, secrets, java, jar, config);
    }
}
