using System.Diagnostics;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;

namespace Afmpeg.Perf.SelfTests.Rules.Lanes;

public sealed class WorkFolderRules : IDisposable
{
    private readonly TemporaryFolder parent = new();

    public void Dispose() => parent.Dispose();

    [Fact]
    public void It_has_three_folders_and_disposing_it_removes_everything_in_it()
    {
        var folder = WorkFolder.Create(parent.Path);
        Directory.GetDirectories(folder.Root).Should().BeEquivalentTo(folder.Media, folder.Output, folder.Scratch);
        folder.Stage(Input("clip.mkv", "frames"));
        File.WriteAllText(Path.Combine(folder.Output, "out.mp4"), "");

        folder.Dispose();
        folder.Dispose();

        Directory.Exists(folder.Root).Should().BeFalse();
    }

    [Fact]
    public void An_input_is_staged_read_only_and_once()
    {
        using var folder = WorkFolder.Create(parent.Path);
        var input = Input("clip.mkv", "frames");
        folder.Stage(input);
        File.WriteAllText(input, "changed since");
        folder.Stage(input);

        var staged = Directory.GetFiles(folder.Media).Should().ContainSingle().Which;
        File.ReadAllText(staged).Should().Be("frames");
        File.GetUnixFileMode(staged).Should().Be(UnixFileMode.UserRead);
    }

    [Fact]
    public void An_input_may_have_another_name_for_guests_and_keeps_it_when_it_is_staged_again()
    {
        using var folder = WorkFolder.Create(parent.Path);
        folder.Stage(Input("IMG_1.JPG", "pixels"), "photo.jpg");
        var staged = Directory.GetFiles(folder.Media).Should().ContainSingle().Which;
        File.Delete(staged);

        folder.RepairInputs().Should().Equal("photo.jpg");

        Path.GetFileName(staged).Should().Be("photo.jpg");
        Directory.GetFiles(folder.Media).Should().Equal(staged);
        File.ReadAllText(staged).Should().Be("pixels");
    }

    [Fact]
    public void An_input_that_cannot_be_copied_is_reported_and_leaves_nothing_behind()
    {
        using var folder = WorkFolder.Create(parent.Path);

        var refusal = folder.Invoking(work => work.Stage(parent.File("gone.mkv"))).Should().Throw<PerfException>().Which;

        refusal.Status.Should().Be(ExitStatus.Missing);
        refusal.Expected.Should().Contain("gone.mkv");
        Directory.GetFiles(folder.Media).Should().BeEmpty("a part of an input must not be taken for it");
    }

    [Fact]
    public void Clearing_removes_whatever_the_last_run_wrote()
    {
        using var folder = WorkFolder.Create(parent.Path);
        folder.Stage(Input("clip.mkv", "frames"));
        File.WriteAllText(Path.Combine(folder.Output, "out.mp4"), "");
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(folder.Output, "made by the guest")).FullName, "part"), "");

        folder.ClearOutput();

        Directory.GetFileSystemEntries(folder.Output).Should().BeEmpty();
        Directory.GetFiles(folder.Media).Should().ContainSingle("inputs stay");
    }

    [Fact]
    public void Only_what_a_killed_run_left_behind_is_removed()
    {
        var abandoned = Left($"afmpeg-perf-{PidOfADeadProcess()}-{Guid.NewGuid():N}");
        string[] others =
        [
            Left($"afmpeg-perf-{Environment.ProcessId}-{Guid.NewGuid():N}"),
            Left("afmpeg-perf-results"), Left("afmpeg-perf-results-2026"), Left("afmpeg-perf-4194305-notes"),
        ];

        WorkFolder.Create(parent.Path).Dispose();

        Directory.Exists(abandoned).Should().BeFalse();
        others.Should().OnlyContain(folder => Directory.Exists(folder), "a run that is alive or somebody's data may be in it");
    }

    [Theory]
    [InlineData("/proc/self")]
    [InlineData("/dev/null")]
    [InlineData("/no/such/folder/can/be/listed")]
    public void A_parent_that_cannot_be_used_is_reported_with_what_to_do(string unusable)
    {
        var refusal = this.Invoking(_ => WorkFolder.Create(unusable)).Should().Throw<PerfException>().Which;

        refusal.Status.Should().Be(ExitStatus.Missing);
        refusal.Where.Should().StartWith(unusable);
        refusal.Remedy.Should().Contain("TMPDIR");
    }

    [Fact]
    public void Shared_memory_from_which_nothing_may_be_executed_is_not_used()
    {
        File.WriteAllText(parent.File("mounts"), "/dev/vda / ext4 rw 0 0\nshm /dev/shm tmpfs rw,nosuid,nodev,noexec,size=65536k 0 0\n");

        using var folder = WorkFolder.Create(mounts: parent.File("mounts"));

        folder.Parent.Should().Be(Path.GetTempPath());
    }

    [Theory]
    [InlineData("shm /dev/shm tmpfs rw,nosuid,noexec 0 0", true)]
    [InlineData("dev /dev devtmpfs rw,noexec 0 0", true)]
    [InlineData("all / ext4 rw,noexec 0 0", true)]
    [InlineData("shm /dev/shm tmpfs rw 0 0|dev /dev devtmpfs rw,noexec 0 0", false)]
    [InlineData("old /dev/shm tmpfs rw,noexec 0 0|new /dev/shm tmpfs rw 0 0", false)]
    [InlineData("old /dev/shm tmpfs rw 0 0|new /dev/shm tmpfs rw,noexec 0 0", true)]
    [InlineData("shm /dev/sh tmpfs rw,noexec 0 0|shm /dev/shm/x tmpfs rw,noexec 0 0", false)]
    [InlineData("torn /dev/shm", false)]
    public void The_nearest_mount_above_a_folder_says_whether_programs_may_be_executed_there(string mounts, bool forbidden)
    {
        File.WriteAllText(parent.File("mounts"), mounts.Replace('|', '\n'));

        MountTable.ForbidsExecution("/dev/shm", parent.File("mounts")).Should().Be(forbidden);
    }

    [Fact]
    public void A_mount_point_may_have_a_space_in_its_name_and_a_list_that_is_missing_forbids_nothing()
    {
        File.WriteAllText(parent.File("mounts"), @"ram /my\040memory tmpfs noexec 0 0");

        MountTable.ForbidsExecution("/my memory/work", parent.File("mounts")).Should().BeTrue();
        MountTable.ForbidsExecution("/my memory/work", parent.File("no mounts")).Should().BeFalse();
    }

    private static int PidOfADeadProcess()
    {
        using var process = Process.Start("/bin/true");
        process.WaitForExit();
        return process.Id;
    }

    private string Left(string name) => Directory.CreateDirectory(parent.File(name)).FullName;

    private string Input(string name, string text)
    {
        File.WriteAllText(parent.File(name), text);
        return parent.File(name);
    }
}
