using System.Text.Json.Nodes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Hosts;
using Afmpeg.Perf.Reports;

namespace Afmpeg.Perf.SelfTests.Rules.Reports;

public sealed class HostPartRules
{
    private static readonly HostRemark Quiet = new("turbo", "off");
    private static readonly HostRemark Loud = new("load", "3 on 2 cores", "end <other> work", IsDisturbing: true);
    private static readonly HostRemark Stolen = new("steal time", "9 %", IsDisturbing: true);

    private readonly RunReport report = new CannedRun().Report();

    [Fact]
    public void What_disturbed_is_among_the_first_lines_with_its_remedy_and_all_that_was_seen_further_down()
    {
        var text = Render(new HostNoise([Quiet, Loud], [Stolen]));
        var head = text.Split("## How fast")[0];

        head.Should().Contain("- Disturbed by:\n  - when it began, load: 3 on 2 cores. To do: end &lt;other&gt; work\n  - while it ran, steal time: 9 %\n");
        head.Should().NotContain("turbo");
        text.Should().Contain("| turbo | when it began | off | no |  |").And.Contain("| steal time | while it ran | 9 % | yes |  |");
    }

    [Fact]
    public void That_nothing_disturbed_is_told() => Render(new HostNoise([Quiet], [])).Should().Contain("- Disturbed by: nothing that the host tells of\n");

    [Fact]
    public void A_run_that_did_not_keep_it_says_so()
    {
        Rendered.Markdown(report).Should().Contain("- Disturbed by: not measured (the run did not keep it)\n");
        ((string)JsonNode.Parse(JsonReport.Render(report))!["hostAccount"]!["reason"]!).Should().Be("the run did not keep it");
    }

    [Fact]
    public void Json_tells_every_remark()
    {
        var json = JsonNode.Parse(JsonReport.Render(With(new HostNoise([Quiet, Loud], [Stolen]))))!["hostAccount"]!["value"]!;

        json["before"]!.AsArray().Should().HaveCount(2);
        var loud = json["before"]![1]!;
        ((string)loud["topic"]!, (string)loud["observed"]!, (string)loud["remedy"]!, (bool)loud["isDisturbing"]!)
            .Should().Be(("load", "3 on 2 cores", "end <other> work", true));
        json["during"]![0]!["remedy"].Should().BeNull();
    }

    private string Render(HostNoise account) => Rendered.Markdown(With(account));

    private RunReport With(HostNoise account) => report with { Quiet = Reading<HostNoise>.Of(account) };
}
