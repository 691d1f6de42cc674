using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Workloads;

public sealed class MediaCatalogRules
{
    private static readonly Clip Film = new("film", "film.mkv", 60, 30, 320, 240, HasSound: true);
    private static readonly Clip Other = new("another", "another.mkv", 60, 30, 320, 240, HasSound: true);
    private static readonly Still Photo = new("photo", "photo.jpg", 4000, 3000);
    private static readonly Sound Voice = new("voice", "voice.wav", TimeSpan.FromSeconds(5));

    private readonly MediaCatalog catalog = new([Film, Other, Photo, Voice]);

    [Fact]
    public void Each_kind_is_found_by_its_id()
    {
        catalog.Clip("film", "reel").Should().Be(Film);
        catalog.Still("photo", "reel").Should().Be(Photo);
        catalog.Sound("voice", "reel").Should().Be(Voice);
    }

    [Theory]
    [InlineData("gone")]
    [InlineData("photo")]
    [InlineData("FILM")]
    [InlineData("")]
    public void An_unknown_clip_is_reported_with_the_workload_and_the_clips_that_exist(string id)
    {
        var fault = catalog.Invoking(media => media.Clip(id, "reel")).Should().Throw<PerfException>().Which;

        fault.Status.Should().Be(ExitStatus.BadUsage);
        fault.Message.Should().Contain("The workload reel needs a clip");
        (fault.Expected, fault.Observed).Should().Be(($"a clip with the id {id}", "another, film"));
    }

    [Fact]
    public void A_library_without_an_item_of_a_kind_says_so() => new MediaCatalog([]).Invoking(media => media.Still("photo", "reel"))
        .Should().Throw<PerfException>().Which.Observed.Should().Be("no still");
}
