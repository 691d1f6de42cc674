using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Rules.Toolchains;

/// <summary>toolchain/products.json as it is.</summary>
public sealed class ProductsFileRules
{
    private static readonly ToolchainRecipes Recipes = ToolchainRecipes.Load(Repository.PathOf("toolchain"));

    [Fact]
    public void Every_key_is_flavour_and_build_and_is_unique()
    {
        Recipes.Products.Should().OnlyContain(product => product.Key == Product.KeyOf(product.Flavour, product.Build));
        Recipes.Products.Select(product => product.Key).Should().OnlyHaveUniqueItems();
        Recipes.Products.Single(product => product.Key == Product.Portable).Should().Match<Product>(
            product => product.Target == "native" && !product.Asm && !product.Threads, "it derives clips, which no host may change");
    }

    [Fact]
    public void The_module_builds_go_from_what_upstream_ships_to_the_fastest()
    {
        Recipes.ModuleBuilds.Should().Equal("Oz-shipped", "O3", "O3-simd128", "O3-simd128-msa");
    }

    [Fact]
    public void Lgpl_has_the_shipped_and_the_default_build_and_both_natives_with_the_settings_of_gpl()
    {
        Settings(Product.Gpl).Should().HaveCount(Recipes.ModuleBuilds.Length + 2);
        Settings(Product.Lgpl).Should().BeSubsetOf(Settings(Product.Gpl)).And.HaveCount(4);
    }

    private static IEnumerable<string> Settings(string flavour) =>
        Recipes.Products.Where(product => product.Flavour == flavour && product.Program == Product.Ffmpeg)
            .Select(product => string.Join(
                ' ', [$"{product with { Key = "", Flavour = "", FfmpegOptions = [] }}", .. product.FfmpegOptions]));
}
