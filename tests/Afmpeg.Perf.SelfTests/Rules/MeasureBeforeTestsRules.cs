using System.Xml.Linq;

namespace Afmpeg.Perf.SelfTests.Rules;

/// <summary>The command that `dotnet test` gives before the tests.</summary>
public sealed class MeasureBeforeTestsRules
{
    [Fact]
    public void The_users_lanes_are_set_up_too_when_a_finished_run_is_judged()
    {
        var targets = XDocument.Load(Repository.PathOf("tests", "Afmpeg.Perf.Tests", "MeasureBeforeTests.targets"));

        targets.Descendants("AfmpegCommand").Where(step => step.Value.Contains("--lanes", StringComparison.Ordinal))
            .Select(step => step.Attribute("Condition")!.Value).Should().Equal("'$(AFMPEG_LANES)' != ''");
    }
}
