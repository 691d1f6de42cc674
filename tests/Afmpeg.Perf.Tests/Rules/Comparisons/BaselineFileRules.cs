using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Tests.Harness;

namespace Afmpeg.Perf.Tests.Rules.Comparisons;

public sealed class BaselineFileRules : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly RunExtract extract = new CannedRun().Report().Extract;

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_baseline_is_read_as_it_was_written()
    {
        Write(BaselineFile.Render(extract));

        BaselineFile.ForHost(folder.Path, extract.Host).Should().BeEquivalentTo(extract, options => options.WithStrictOrdering());
        BaselineFile.Load(BaselineFile.PathOf(folder.Path, extract.Host)).Should().BeEquivalentTo(extract);
    }

    [Fact]
    public void What_is_not_known_is_null_and_stays_so()
    {
        Write(BaselineFile.Render(extract with { Inputs = null, NoiseFloor = null }));

        BaselineFile.ForHost(folder.Path, extract.Host).Should().Match<RunExtract>(read => read.Inputs == null && read.NoiseFloor == null);
    }

    [Fact]
    public void A_case_is_one_line()
    {
        var line = BaselineFile.Render(extract).Split('\n').Single(text => text.Contains("/wasmtime+O3-simd128\"", StringComparison.Ordinal));

        line.Should().StartWith("    {\"id\":\"transcode/").And.Contain("\"reference\":\"native-portable\",\"ratios\":[").And.Contain("\"outputBytes\":412345");
    }

    [Fact]
    public void A_host_without_one_has_none() => BaselineFile.ForHost(folder.Path, "no-such-host").Should().BeNull();

    [Fact]
    public void Anothers_baseline_is_never_taken_for_this_hosts()
    {
        File.WriteAllText(BaselineFile.PathOf(folder.Path, "ffffffffffff"), BaselineFile.Render(extract));

        FluentActions.Invoking(() => BaselineFile.ForHost(folder.Path, "ffffffffffff")).Should().Throw<PerfException>()
            .WithMessage($"*ffffffffffff.json:4: the baseline is another host's*'ffffffffffff', as the file is named*'{extract.Host}'*");
    }

    [Fact]
    public void Every_fault_is_told_at_once_with_its_line()
    {
        var text = BaselineFile.Render(extract)
            .Replace("\"schema\": 2", "\"schema\": 1", StringComparison.Ordinal)
            .Replace("\"noiseFloor\": null", "\"noiseFloor\": -1", StringComparison.Ordinal)
            .Replace($"\"digest\":\"{new string('a', 64)}\"", "\"digest\":\"none\"", StringComparison.Ordinal)
            .Replace("\"bytes\":5820000", "\"bytes\":0", StringComparison.Ordinal)
            .Replace("/native-1t\",\"reference\":\"native-portable\",\"ratios\":[", "/native\",\"reference\":null,\"ratios\":[-1,", StringComparison.Ordinal)
            .Replace("\"reason\":\"wazero is not on PATH\"", "\"reason\":null", StringComparison.Ordinal)
            .Replace("\"seconds\":2.16", "\"seconds\":0", StringComparison.Ordinal)
            .Replace("\"frames\":90", "\"frames\":\"many\"", StringComparison.Ordinal);
        Write(text);

        var refused = FluentActions.Invoking(() => BaselineFile.ForHost(folder.Path, extract.Host)).Should().Throw<PerfException>().Which;

        refused.Status.Should().Be(ExitStatus.BadUsage);
        foreach (var told in (string[])
            [
                ":2: the baseline is of another version", ":6: the noise floor is no fraction", "a digest is none", "a time is none", "a module has no bytes", "an entry is there twice",
                "ratios have no lane that they divide by", "a ratio is no multiple", "a case has ratios or a reason why it has none", "frames",
            ])
        {
            refused.Message.Should().Contain(told);
        }
    }

    private void Write(string text) => File.WriteAllText(BaselineFile.PathOf(folder.Path, extract.Host), text);
}
