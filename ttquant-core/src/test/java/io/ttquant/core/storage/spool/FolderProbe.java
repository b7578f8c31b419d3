package io.ttquant.core.storage.spool;

/** A process that says which spool folders under a path it may have. */
final class FolderProbe {
    private FolderProbe() {}

    /** With the path. */
    public static void main(String... args) {
        FolderDisk.free(args[0]).forEach(disk -> System.out.println(disk.name()));
    }
}
