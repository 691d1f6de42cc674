using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Rules.Toolchains;

/// <summary>toolchain/products.json as it is.</summary>
public sealed class ProductsFileRules
{
    private static readonly ToolchainRecipes Recipes = ToolchainRecipes.Load(Repository.PathOf("toolchain"));

    [Fact]
    public void Every_key_is_flavour_and_build_and_is_there_once()
    {
        Recipes.Products.Should().OnlyContain(product => product.Key == Product.KeyOf(product.Flavour, product.Build));
        Recipes.Products.Select(product => product.Key).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void The_module_builds_go_from_what_upstream_ships_to_the_fastest()
    {
        Recipes.ModuleBuilds.Should().Equal("Oz-shipped", "O3", "O3-simd128", "O3-simd128-msa");
    }

    [Fact]
    public void Lgpl_has_what_ships_the_default_build_and_both_natives_with_the_settings_of_gpl()
    {
        Settings(LicenceFlavour.Gpl).Should().HaveCount(Recipes.ModuleBuilds.Length + 2);
        Settings(LicenceFlavour.Lgpl).Should().BeSubsetOf(Settings(LicenceFlavour.Gpl)).And.HaveCount(4);
    }

    [Fact]
    public void What_derives_clips_is_made_without_assembly_and_threads()
    {
        var portable = Recipes.Products.Single(product => product.Key == Product.Portable);

        (portable.Target, portable.Asm, portable.Threads).Should().Be(("native", false, false));
    }

    private static IEnumerable<string> Settings(string flavour) =>
        Recipes.Products.Where(product => product.Flavour == flavour && product.Program == Product.Ffmpeg)
            .Select(product => string.Join(' ', [$"{product with { Key = "", Flavour = "", FfmpegOptions = [] }}", .. product.FfmpegOptions]));
}
