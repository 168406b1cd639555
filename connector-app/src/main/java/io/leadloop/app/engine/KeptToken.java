package io.leadloop.app.engine;

import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import io.leadloop.hubspot.HubSpotCredentials;
import io.leadloop.hubspot.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The refresh token that HubSpot gave last, in a file that only its owner may read. It replaces the configured one until
 * another one is configured.
 */
final class KeptToken {

    private final Path folder;
    private final Path file;

    /** @param folder where the store's files are */
    KeptToken(Path folder, String connection) {
        this.folder = folder;
        this.file = folder.resolve(connection + ".refresh-token");
    }

    HubSpotCredentials.OAuth latest(HubSpotCredentials.OAuth configured) {
        if (!Files.exists(file)) {
            return configured;
        }
        try {
            List<String> lines = Files.readAllLines(file);
            boolean isOfThis = lines.size() == 2 && lines.get(0).equals(print(configured));
            return isOfThis
                    ? new HubSpotCredentials.OAuth(
                            configured.clientId(), configured.clientSecret(), new Secret(lines.get(1)))
                    : configured;
        } catch (IOException e) {
            throw unusable("cannot be read", e);
        }
    }

    /** Replaces the file as a whole, before the token is used. */
    void keep(HubSpotCredentials.OAuth configured, Secret token) {
        try {
            Files.createDirectories(folder);
            boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
            Path fresh = posix
                    ? Files.createTempFile(
                            folder,
                            "token",
                            "",
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                    : Files.createTempFile(folder, "token", "");
            Files.writeString(fresh, print(configured) + "\n" + token.reveal() + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unusable("cannot be written", e);
        }
    }

    private CallFailed unusable(String how, IOException cause) {
        return new CallFailed(
                Failure.of(
                        FailureKind.MISCONFIGURED,
                        "TOKEN_FILE",
                        "The file of the refresh token " + how + ": " + file.getFileName()
                                + "; let its folder be written by the user that runs LeadLoop."),
                cause);
    }

    /** Tells which configured token it was made from, without telling the token. */
    private static String print(HubSpotCredentials.OAuth configured) {
        try {
            byte[] text = configured.refreshToken().reveal().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
