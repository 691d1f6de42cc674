using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Media;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Rules.Media;

public sealed class MediaLibraryRules : IDisposable
{
    private readonly SetupSite site = new();
    private readonly MediaLibrary library;

    public MediaLibraryRules()
    {
        // An ffmpeg that writes its last argument, or lists it where that is the listing's dash.
        File.WriteAllText(site.Scratch("listing"), FrameListings.Of(60, 320, 240, 30, sound: true));
        File.WriteAllText(site.Scratch(
            "ffmpeg"), $"#!/bin/bash\nif [[ ${{!#}} == - ]]; then cat '{site.Scratch("listing")}'; else echo clip > \"${{!#}}\"; fi\n");
        File.SetUnixFileMode(site.Scratch("ffmpeg"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        library = new MediaLibrary(Manifest(null), site.Folders, site.Steps);
    }

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task A_clip_is_derived_once_and_opened_by_its_checksum()
    {
        await Derive(library);

        library.Missing(["clip"], Ffmpeg).Should().BeEmpty();
        library.Open(["clip"])["clip"].Sha256.Should().HaveLength(64);
    }

    [Fact]
    public async Task A_clip_that_another_ffmpeg_derived_is_stored_beside_the_suites_own()
    {
        await Derive(library);
        var other = new MediaLibrary(Manifest(null), site.Folders, site.Steps, deriver: new string('b', 64));
        other.Missing(["clip"], Ffmpeg).Should().ContainSingle("another encoder makes another clip");

        await Derive(other);

        other.Open(["clip"])["clip"].File.Should().NotBe(library.Open(["clip"])["clip"].File);
    }

    [Fact]
    public async Task The_ffmpeg_for_a_users_clip_is_not_looked_up_for_the_librarys_own_clips()
    {
        var other = new MediaLibrary(
            Manifest(null), site.Folders, site.Steps, customDeriver: new Lazy<string>(() => throw new InvalidOperationException("read")));

        await Derive(other);

        other.Missing(["clip"], Ffmpeg).Should().BeEmpty();
    }

    [Theory]
    [InlineData("clip.mkv", "other")]
    [InlineData("clip.mkv", null)]
    [InlineData("clip.json", "{\"Sha")]
    [InlineData("clip.json", "{}")]
    [InlineData("clip.json", null)]
    public async Task A_damaged_clip_is_reported_with_how_to_derive_it_again(string file, string? text)
    {
        await Derive(library);
        var home = Path.GetDirectoryName(library.Open(["clip"])["clip"].File)!;
        File.Delete(Path.Combine(home, file));
        if (text is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(home, file), text);
        }

        var fault = library.Invoking(media => media.Open(["clip"])).Should().Throw<PerfException>().Which;

        fault.Status.Should().Be(ExitStatus.Missing);
        fault.Remedy.Should().StartWith($"rm -r {home}");
    }

    [Fact]
    public async Task A_derived_clip_that_differs_from_the_manifest_does_not_appear()
    {
        await File.WriteAllTextAsync(site.Scratch("listing"), FrameListings.Of(59, 320, 240, 30, sound: true));

        var fault = (await FluentActions.Awaiting(() => Derive(library)).Should().ThrowAsync<PerfException>()).Which;

        fault.Expected.Should().StartWith("60 frames, 320x240");
        fault.Observed.Should().StartWith("59 frames, 320x240");
        library.Missing(["clip"], Ffmpeg).Should().ContainSingle("nothing in the cache looks finished");
    }

    [Fact]
    public async Task Footage_with_another_checksum_is_reported_and_not_used()
    {
        var source = new PackageFile("pack", ["1-1", "1-0"], "movie.mp4", new string('0', 64), "MIT", "somebody");
        var file = Unpacked("movie.mp4");
        var other = new MediaLibrary(Manifest(source), site.Folders, site.Steps);

        var fault = (await FluentActions.Awaiting(() => Derive(other)).Should().ThrowAsync<PerfException>()).Which;

        (fault.Status, fault.Where).Should().Be((ExitStatus.Missing, file));
        fault.Expected.Should().Be($"sha256 {source.Sha256}, as in pack 1-1 or 1-0");
        fault.Remedy.Should().StartWith($"rm -r {Path.GetDirectoryName(file)}");
    }

    [Fact]
    public void A_package_file_is_checked_against_the_manifests_checksum_and_never_derived()
    {
        var file = Unpacked("IMG_1.JPG");
        var checksum = ProductStore.Checksum(file);
        var photos = WithPhoto(checksum);

        photos.Missing(["photo"], Ffmpeg).Should().BeEmpty();
        photos.Open(["photo", "photo"])
            .Should().Equal(new Dictionary<string, MediaFile> { ["photo"] = new(file, checksum, new FileInfo(file).Length) });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_different_or_missing_package_file_is_reported_with_how_to_fetch_it_again(bool isThere)
    {
        var file = isThere ? Unpacked("IMG_1.JPG") : Path.Combine(site.Folders.Packages, "pack", "IMG_1.JPG");

        var fault = WithPhoto(new string('0', 64)).Invoking(media => media.Open(["photo"])).Should().Throw<PerfException>().Which;

        (fault.Status, fault.Where).Should().Be((ExitStatus.Missing, file));
        fault.Expected.Should().Be($"sha256 {new string('0', 64)}, as in pack 1-1 or 1-0");
        fault.Observed.Should().Be(isThere ? ProductStore.Checksum(file) : "no file");
        fault.Remedy.Should().StartWith($"rm -r {Path.GetDirectoryName(file)}");
    }

    [Theory]
    [InlineData("1-0", "rm -r ")]
    [InlineData("2-1", "afmpeg-perf setup --mirror URL")]
    public void For_a_package_version_not_known_to_have_the_file_another_archive_is_suggested_and_not_the_same_again(
        string version, string remedy)
    {
        var file = Unpacked("IMG_1.JPG");
        File.WriteAllText(Path.Combine(site.Folders.Packages, "pack", ".package-version"), $"pack {version}\n");

        var fault = WithPhoto(new string('0', 64)).Invoking(media => media.Open(["photo"])).Should().Throw<PerfException>().Which;

        fault.Remedy.Should().StartWith(remedy);
        fault.Expected.Should().EndWith("as in pack 1-1 or 1-0");
        fault.Observed.Should().Be(ProductStore.Checksum(file) + (version == "2-1" ? ", in pack 2-1" : ""));
    }

    [Fact]
    public void A_package_is_asked_for_in_the_versions_that_have_all_of_its_files()
    {
        var source = new PackageFile("pack", ["2-1", "1-0"], "movie.mp4", new string('0', 64), "MIT", "somebody");

        new MediaLibrary(Manifest(source), site.Folders, site.Steps).Versions["pack"].Should().Equal("1-0");
    }

    [Fact]
    public async Task Packages_are_needed_for_their_own_files_and_for_clips_that_are_not_derived_yet()
    {
        var source = new PackageFile("footage", ["1-1", "1-0"], "movie.mp4", new string('0', 64), "MIT", "somebody");
        var before = new MediaLibrary(Manifest(source), site.Folders, site.Steps);
        before.PackagesOf(["clip"]).Should().Equal("footage");
        before.PackagesOf(["photo", "voice", "clip", "clip"]).Should().BeEquivalentTo("pack", "footage");
        before.PackagesOf([]).Should().BeEmpty();

        var after = new MediaLibrary(
            Manifest(source with { Package = "pack", Sha256 = ProductStore.Checksum(Unpacked("movie.mp4")) }), site.Folders, site.Steps);
        await Derive(after);

        after.PackagesOf(["clip"]).Should().BeEmpty("the clip is here");
        after.PackagesOf(["clip", "voice"]).Should().Equal("pack");
    }

    private static MediaManifest Manifest(PackageFile? source, string checksum = "") => new(
        [Entry(source)],
        [new StillEntry("photo", "A photograph", OfPack("IMG_1.JPG", checksum), 4000, 3000)],
        [new SoundEntry("voice", "A voice", OfPack("voice.wav", checksum), 5)]);

    private static PackageFile OfPack(string file, string checksum) => new("pack", ["1-1", "1-0"], file, checksum, "MIT", "somebody");

    private MediaLibrary WithPhoto(string checksum) => new(Manifest(null, checksum), site.Folders, site.Steps);

    private string Unpacked(string name)
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(site.Folders.Packages, "pack")).FullName, name);
        File.WriteAllText(file, "something else");
        return file;
    }

    private static ClipEntry Entry(PackageFile? source) =>
        new("clip", "A clip", source, ["-i", "{source}"], "null", "anull", 60, 30, 320, 240);

    private Task<string> Ffmpeg(ClipEntry clip, CancellationToken cancellation) => Task.FromResult(site.Scratch("ffmpeg"));

    private async Task Derive(MediaLibrary media)
    {
        foreach (var task in media.Missing(["clip"], Ffmpeg))
        {
            await task.Work(CancellationToken.None);
        }
    }
}
