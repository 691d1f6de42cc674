using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Media;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Media;

public sealed class MediaManifestRules : IDisposable
{
    private const string Sha256 = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private const string Facts =
        $"\"sha256\": \"{Sha256}\", \"licence\": \"MIT\", \"attribution\": \"somebody\", \"versions\": [\"1.1-1\"]";

    private const string Good = $$"""
        {
          // A comment.
          "clips": [
            {
              "id": "film", "title": "A film",
              "source": { "package": "pack", "file": "usr/film.mp4", {{Facts}} },
              "inputs": ["-i", "{source}"], "video": "null", "sound": "anull",
              "frames": 60,
              "framesPerSecond": 29.97,
              "width": 320,
              "height": 240
            }
          ],
          "stills": [
            {
              "id": "photo", "title": "A photograph",
              "source": { "package": "pack", "file": "usr/IMG_1.JPG", {{Facts}} },
              "width": 4001,
              "height": 3000
            }
          ],
          "sounds": [
            {
              "id": "voice", "title": "A voice",
              "source": { "package": "other", "file": "usr/v.wav", {{Facts}} },
              "seconds": 5.407
            }
          ]
        }
        """;

    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void Workloads_find_each_entry_under_its_id_and_its_file_extension()
    {
        var catalog = MediaManifest.Load(Written(Good)).ToCatalog();

        catalog.Clip("film", "reel").Should().Be(new Clip("film", "film.mkv", 60, 29.97, 320, 240, HasSound: true));
        catalog.Still("photo", "reel").Should().Be(new Still("photo", "photo.jpg", 4001, 3000));
        catalog.Sound("voice", "reel").Should().Be(new Sound("voice", "voice.wav", TimeSpan.FromSeconds(5.407)));
    }

    [Theory]
    [InlineData("\"photo\"", "\"film\"", 16, "the id 'film' is used twice", "it is in line 5 already")]
    [InlineData("\"voice\"", "\"photo\"", 24, "the id 'photo' is used twice", "it is in line 16 already")]
    [InlineData("\"voice\"", "\"../voice\"", 24, "an id cannot be a file's name", "'../voice'")]
    [InlineData("\"voice\"", "\"-voice\"", 24, "an id cannot be a file's name", "'-voice'")]
    [InlineData("\"voice\"", "\"Voice\"", 24, "an id cannot be a file's name", "'Voice'")]
    [InlineData("\"voice\"", "\"\"", 24, "an id cannot be a file's name", "''")]
    [InlineData("usr/v.wav", "/usr/v.wav", 25, "this is no path in a package", "'/usr/v.wav'")]
    [InlineData("usr/v.wav", "usr/../../v.wav", 25, "this is no path in a package", "'usr/../../v.wav'")]
    [InlineData($"usr/IMG_1.JPG\", \"sha256\": \"{Sha256}", "usr/IMG_1.JPG\", \"sha256\": \"0123", 17, "this is no SHA-256", "'0123'")]
    [InlineData("[\"1.1-1\"]", "[]", 6, "this names no version of the package", "[]")]
    [InlineData("[\"1.1-1\"]", "[\"any one\"]", 6, "this names no version of the package", "['any one']")]
    [InlineData("\"frames\": 60", "\"frames\": 0", 8, "'frames' is not positive", "0")]
    [InlineData("29.97", "-1", 9, "'framesPerSecond' is not positive", "-1")]
    [InlineData("320", "321", 10, "no clip has an odd width: its colours have half of it", "321")]
    [InlineData("240", "405", 11, "no clip has an odd height: its colours have half of it", "405")]
    [InlineData("4001", "0", 18, "'width' is not positive", "0")]
    [InlineData("5.407", "0", 26, "'seconds' is not positive", "0")]
    [InlineData("5.407", "null", 26, "'sounds[0].seconds' has the wrong type", "null")]
    [InlineData("\"{source}\"", "\"film.mp4\"", 7, "the recipe does not read its footage", "'-i film.mp4'")]
    [InlineData("\"width\": 4001,", "", 15, "'stills[0]' lacks the key 'width'", "only id, title, source, height")]
    [InlineData(
        "\"title\": \"A photograph\"",
        "\"title\": \"A photograph\", \"fileName\": \"x.jpg\"",
        16,
        "'stills[0].fileName' is not a known key",
        "'fileName'")]
    [InlineData("\"stills\"", "\"photos\"", 14, "'photos' is not a known key", "'photos'")]
    public void A_fault_is_reported_with_its_line(string text, string wrong, int line, string what, string observed)
    {
        var path = Written(Replaced(text, wrong));

        var fault = FluentActions.Invoking(() => MediaManifest.Load(path)).Should().Throw<PerfException>().Which;

        fault.Status.Should().Be(ExitStatus.BadUsage);
        fault.Message.Should().Contain($"{path}:{line}: {what}{Environment.NewLine}").And.Contain($"observed {observed}");
    }

    [Fact]
    public void A_recipe_without_footage_does_not_read_any()
    {
        var start = Good.IndexOf("{ \"package\"", StringComparison.Ordinal);
        var synthetic = Good[..start] + "null" + Good[(Good.IndexOf('}', start) + 1)..];

        FluentActions.Invoking(() => MediaManifest.Load(Written(synthetic))).Should().Throw<PerfException>()
            .WithMessage("*1 fault*the recipe reads footage that is not named*");
        MediaManifest.Load(Written(synthetic.Replace("{source}", "film", StringComparison.Ordinal))).Clips.Single().Source
            .Should().BeNull();
    }

    [Fact]
    public void All_faults_are_reported_at_once_except_those_that_follow_from_another()
    {
        var wrong = Replaced("\"photo\"", "7").Replace("320", "0", StringComparison.Ordinal)
            .Replace("\"seconds\": 5.407", "\"seconds\": \"5\"", StringComparison.Ordinal);

        FluentActions.Invoking(() => MediaManifest.Load(Written(wrong)))
            .Should().Throw<PerfException>().WithMessage("*cannot be used, 3 faults*");
    }

    [Fact]
    public void The_licences_page_names_each_file_with_its_package_author_and_licence()
    {
        var manifest = MediaManifest.Load(Repository.PathOf("media", "manifest.json"));
        var readme = File.ReadAllLines(Repository.PathOf("docs", "licences.md"));
        var sources = manifest.Clips.Select(clip => (clip.Id, clip.Source))
            .Concat(manifest.Stills.Select(still => (still.Id, Source: (PackageFile?)still.Source)))
            .Concat(manifest.Sounds.Select(sound => (sound.Id, Source: (PackageFile?)sound.Source)));

        readme.Should().Contain(sources.Where(entry => entry.Source is not null).Select(entry =>
            $"| {entry.Id} | {entry.Source!.Package}, {Path.GetFileName(entry.Source.File)} "
            + $"| {entry.Source.Attribution} | {entry.Source.Licence} |"));
    }

    private static string Replaced(string text, string other)
    {
        Good.Should().Contain(text);
        return Good.Replace(text, other, StringComparison.Ordinal);
    }

    private string Written(string text)
    {
        var path = temporary.File("manifest.json");
        File.WriteAllText(path, text);
        return path;
    }
}
