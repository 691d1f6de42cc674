namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>A file system of its own in memory, small or read-only; the test is skipped where none may be mounted.</summary>
public sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder temporary = new();
    private bool mounted;

    public SmallDisk(string size = "64k")
    {
        var (status, errors) = Run("mount", "-t", "tmpfs", "-o", $"size={size}", "afmpeg-rules", Path);
        mounted = status == 0;
        if (!mounted)
        {
            temporary.Dispose();
        }

        Skip.IfNot(mounted, $"no tmpfs may be mounted here: {errors}");
    }

    public string Path => temporary.Path;

    /// <summary>Leaves this many bytes free, in whole pages.</summary>
    public void Fill(long free)
    {
        var room = new DriveInfo(Path).AvailableFreeSpace - free;
        File.WriteAllBytes(System.IO.Path.Combine(Path, "filler"), new byte[Math.Max(0, room)]);
    }

    public void MakeReadOnly() => Run("mount", "-o", "remount,ro", Path).Status.Should().Be(0);

    public void Dispose()
    {
        if (mounted)
        {
            mounted = false;
            Run("umount", "--lazy", Path);
            temporary.Dispose();
        }
    }

    private static (int Status, string Errors) Run(string command, params string[] arguments)
    {
        var (status, _, errors) = BuiltCommand.RunProgram(command, "/", arguments);
        return (status, errors.Trim());
    }
}
