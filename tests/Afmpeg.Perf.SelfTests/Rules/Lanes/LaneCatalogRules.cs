using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Rules.Lanes;

public sealed class LaneCatalogRules
{
    [Fact]
    public void A_job_is_compared_with_the_native_products_of_its_own_flavour()
    {
        Products((Lane.Native, "lgpl"), (Lane.NativeOneThread, "lgpl"), (Lane.NativePortable, "lgpl"), (Lane.Wasm("v8", "Oz"), "lgpl"))
            .Should().BeEquivalentTo("gpl+native", "gpl+native-portable", "lgpl+native", "lgpl+native-portable", "lgpl+Oz");
    }

    [Fact]
    public void The_products_that_derive_clips_and_check_outputs_are_needed_once_whatever_the_lanes()
    {
        Products().Should().Equal(Product.Native, Product.Portable);
        Products((Lane.Native, "gpl"), (Lane.NativePortable, "gpl")).Should().Equal(Product.Native, Product.Portable);
        Products((Lane.Distribution, "lgpl")).Should().Equal(Product.Native, Product.Portable);
        Products((Lane.NativeOneThread.Over(LaneMode.Fleet, 2), "lgpl"), (Lane.Wasm("v8", "Oz").Over(LaneMode.Pool, 2), "gpl"))
            .Should().Equal(Product.Native, Product.Portable, "lgpl+native", "gpl+Oz");
    }

    [Fact]
    public void Lanes_of_FFmpeg_9_have_products_of_their_own()
    {
        Products((Lane.NativeFfmpeg9, "gpl"), (Lane.NativePortableFfmpeg9, "gpl"), (Lane.Wasm("wazero", "ffmpeg9-Oz"), "gpl"))
            .Should().Equal(
            Product.Native, Product.Portable, "gpl+native-ffmpeg9", "gpl+native-portable-ffmpeg9", "gpl+ffmpeg9-Oz");
        (Lane.NativeFfmpeg9.UsesAllThreads, Lane.NativePortableFfmpeg9.UsesAllThreads).Should().Be((true, false));
        (Lane.Wasm("wazero", "ffmpeg9-Oz").Portable, Lane.Wasm("wazero", "Oz-shipped").Portable)
            .Should().Be((Lane.NativePortableFfmpeg9, Lane.NativePortable));
        (Lane.Wasm("wazero", "ffmpeg9-mine") with { IsCustom = true }).IsFfmpeg9
            .Should().BeFalse("what a user brings is the user's, whatever its name");
    }

    [Fact]
    public void Only_the_engines_of_lanes_that_run_modules_are_needed()
    {
        LaneCatalog.Needs([(Lane.Native, "gpl"), (Lane.Wasm("v8", "Oz"), "gpl"), (Lane.Wasm("v8", "O3"), "gpl")], []).Engines
            .Should().Equal("v8");
    }

    [Fact]
    public void A_lane_whose_product_is_not_built_names_that_product()
    {
        var catalog = new LaneCatalog(
            new ToolSet("launcher", Built(Product.Native), ImmutableDictionary<string, Reading<EngineTool>>.Empty), programs: "");

        catalog.Runner(Lane.Native, "gpl").Reason.Should().BeNull();
        catalog.Runner(Lane.NativeOneThread, "lgpl").Reason.Should().StartWith("lgpl+native is not built");
        catalog.Runner(Lane.NativePortable, "gpl").Reason.Should().StartWith("gpl+native-portable is not built");
        catalog.Runner(Lane.Wasm("v8", "Oz"), "gpl").Reason.Should().StartWith("gpl+Oz is not built");
    }

    [Fact]
    public void A_lane_from_npm_needs_node_and_no_product_of_its_own()
    {
        LaneCatalog.Needs([(Lane.FfmpegWasm, "gpl")], []).Should().Match<ToolchainNeeds>(needs =>
            needs.Engines.SequenceEqual(new[] { Engines.V8, Engines.FfmpegWasm })
            && needs.Products.SequenceEqual(new[] { Product.Native, Product.Portable }));
        new LaneCatalog(
            new ToolSet("launcher", Built(Product.Native), ImmutableDictionary<string, Reading<EngineTool>>.Empty), programs: "")
            .Runner(Lane.FfmpegWasm, "gpl").Reason.Should().Be("ffmpeg.wasm was not asked for");
    }

    private static ImmutableArray<string> Products(params (Lane Lane, string Flavour)[] lanes) => LaneCatalog.Needs(lanes, []).Products;

    private static ImmutableDictionary<string, (string File, ProductManifest Manifest)> Built(string key) =>
        ImmutableDictionary<string, (string File, ProductManifest Manifest)>.Empty.Add(key, ("/no/such/file", null!));
}
