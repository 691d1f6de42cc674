using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Workloads;

public sealed class ClipRules
{
    [Fact]
    public void Its_duration_follows_from_its_frames()
    {
        new Clip("id", "id.mkv", 75, 25, 2, 2, HasSound: false).Duration.Should().Be(TimeSpan.FromSeconds(3));
    }
}
