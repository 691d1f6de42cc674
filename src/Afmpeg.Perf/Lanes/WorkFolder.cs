using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Lanes;

/// <summary>All that a guest sees: a folder of inputs and an empty folder for its output, on tmpfs where there is one.</summary>
public sealed class WorkFolder : IDisposable
{
    private const string SharedMemory = "/dev/shm";
    private const string Prefix = "afmpeg-perf";

    // Clips, outputs, and each engine's compiled modules of a run: about 100 MiB; what quality is measured against: up to 200 MiB.
    // Containers often have 64 MiB of shared memory.
    private const long RoomNeeded = 320L << 20;

    private readonly Dictionary<string, StagedInput> staged = [];

    private WorkFolder(string parent)
    {
        Parent = parent;
        Root = Path.Combine(parent, OwnedFolders.NewName(Prefix));
    }

    /// <summary>The folder; paths in a job's arguments are relative to it.</summary>
    public string Root { get; }

    /// <summary>The inputs, not to be written to.</summary>
    public string Media => Path.Combine(Root, Job.MediaFolder);

    /// <summary>The outputs.</summary>
    public string Output => Path.Combine(Root, Job.OutputFolder);

    /// <summary>Compiled modules and the like, of this run only; no guest sees it.</summary>
    public string Scratch => Path.Combine(Root, "scratch");

    /// <summary>The folder that it was made in.</summary>
    public string Parent { get; }

    /// <summary>Whether it lies in memory: disks are then no part of any time.</summary>
    public bool IsInMemory => Is(Parent, drive => drive.DriveFormat == "tmpfs");

    /// <summary>Makes a new one, and removes those that killed runs left behind.</summary>
    /// <param name="parent">Where; null for tmpfs or the temporary folder.</param>
    /// <param name="mounts">The file that lists the mounts; it is read only without a parent.</param>
    /// <exception cref="PerfException">It cannot be written to.</exception>
    public static WorkFolder Create(string? parent = null, string mounts = MountTable.OfThisProcess)
    {
        parent ??= Choose(mounts);
        var folder = new WorkFolder(parent);
        try
        {
            foreach (var abandoned in OwnedFolders.Abandoned(parent, Prefix))
            {
                OwnedFolders.TryRemove(abandoned);
            }

            Directory.CreateDirectory(folder.Media);
            Directory.CreateDirectory(folder.Output);
            Directory.CreateDirectory(folder.Scratch);
            return folder;
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            throw new PerfException(ExitStatus.Missing, "The work folder cannot be made")
            {
                Where = folder.Root,
                Expected = "a folder that can be written to, with room for the job's media and output",
                Observed = fault.Message,
                Remedy = "make room or change its permissions; it is made in TMPDIR "
                    + $"if {SharedMemory} has less than {RoomNeeded >> 20} MiB free or is mounted noexec",
            };
        }
    }

    /// <summary>Puts an input there, read-only; an input that is there already stays.</summary>
    /// <param name="file">The file in the cache.</param>
    /// <param name="name">What guests know it as; null for the file's own name.</param>
    public void Stage(string file, string? name = null)
    {
        var target = Path.Combine(Media, name ?? Path.GetFileName(file));
        if (!File.Exists(target))
        {
            Copy(file, target);
        }

        staged[target] = StagedInput.Of(file, target);
    }

    /// <summary>
    /// Compares the inputs with what was staged, and restores them. Node's WASI cannot mount a folder read-only, and root may write to any
    /// file: without this, one lane's guest could change what every later run reads.
    /// </summary>
    /// <returns>What a run changed, removed or added, by name; empty when all is as it was staged.</returns>
    /// <exception cref="PerfException">An input cannot be staged anew.</exception>
    public ImmutableArray<string> RepairInputs()
    {
        var changed = staged.Where(input => input.Value != StagedInput.Of(input.Value.Source, input.Key)).Select(input => input.Key);
        var added = Directory.EnumerateFileSystemEntries(Media).Where(entry => !staged.ContainsKey(entry));
        ImmutableArray<string> wrong = [.. changed.Concat(added).Order(StringComparer.Ordinal)];
        foreach (var entry in wrong)
        {
            Remove(entry);
            if (staged.TryGetValue(entry, out var input))
            {
                Stage(input.Source, Path.GetFileName(entry));
            }
        }

        return [.. wrong.Select(entry => Path.GetFileName(entry))];
    }

    /// <summary>Removes what the last run wrote.</summary>
    public void ClearOutput()
    {
        Directory.Delete(Output, recursive: true);
        Directory.CreateDirectory(Output);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(Root))
        {
            Directory.Delete(Root, recursive: true);
        }
    }

    private static void Remove(string entry)
    {
        // A link to a folder is a folder to .NET; it is to go, and what it points to is to stay.
        if (Directory.Exists(entry) && new DirectoryInfo(entry).LinkTarget is null)
        {
            Directory.Delete(entry, recursive: true);
            return;
        }

        File.Delete(entry);
    }

    // Only a whole copy may have the input's name: one cut short by a full disk would be taken for it.
    private static void Copy(string file, string target)
    {
        var partial = $"{target}.partial";
        try
        {
            File.Copy(file, partial, overwrite: true);
            File.SetUnixFileMode(partial, UnixFileMode.UserRead);
            File.Move(partial, target);
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            File.Delete(partial);
            throw new PerfException(ExitStatus.Missing, "An input cannot be put into the work folder")
            {
                Where = target,
                Expected = $"room for a copy of {file}",
                Observed = fault.Message,
                Remedy = "make room there, or run afmpeg-perf setup if the file itself is gone",
            };
        }
    }

    // An engine maps its compiled module from there, to execute it.
    private static string Choose(string mounts) =>
        Directory.Exists(SharedMemory) && Is(SharedMemory, drive => drive.AvailableFreeSpace >= RoomNeeded)
            && !MountTable.ForbidsExecution(SharedMemory, mounts)
        ? SharedMemory
        : Path.GetTempPath();

    // In a chroot without mounts no file system is known.
    private static bool Is(string folder, Func<DriveInfo, bool> wanted)
    {
        try
        {
            return wanted(new DriveInfo(folder));
        }
        catch (DriveNotFoundException)
        {
            return false;
        }
    }

    // Length and time are enough: what is guarded against is a guest that writes, not one that hides that it did.
    private sealed record StagedInput(string Source, long Length, DateTime Modified)
    {
        public static StagedInput Of(string source, string target)
        {
            var file = new FileInfo(target);
            return file.Exists ? new StagedInput(source, file.Length, file.LastWriteTimeUtc) : new StagedInput(source, -1, default);
        }
    }
}
